import { dirname } from 'node:path';
import { Connection } from '@temporalio/client';
import { makeFolder } from '../make-folder.ts';
import { type RunningProcess, startProcess } from '../process/start-process.ts';

export interface TemporalServerOptions {
  /** The `temporal` command, as resolveTemporalServer finds it. */
  executable: string;
  port: number;
  /** Without it the server has no web page. */
  uiPort?: number;
  /** The SQLite file that keeps everything; without it the server forgets all when it ends. */
  dataFile?: string;
  logFile: string;
  runDir?: string;
  /** Calls the start off. */
  signal?: AbortSignal;
  /** Search attributes to register, by name: `{ changeoverTenant: 'Keyword' }`. */
  searchAttributes?: Record<string, 'Text' | 'Keyword' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'KeywordList'>;
}

export interface TemporalServer extends RunningProcess {
  /** `host:port` of its gRPC interface. */
  address: string;
}

/**
 * Starts a development server on 127.0.0.1 and resolves when its namespace `default` answers. Throws a StartError when
 * it does not come up, and the signal's reason when that calls the start off.
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const { executable, port, dataFile, logFile, runDir, signal } = options;
  const address = `127.0.0.1:${port}`;
  if (dataFile !== undefined) makeFolder(dirname(dataFile));
  const running = await startProcess({
    name: 'Temporal server',
    command: executable,
    args: serverArguments(options),
    logFile,
    runDir,
    signal,
    ready: () => namespaceAnswers(address),
  });
  return { ...running, address };
}

function serverArguments({ port, uiPort, dataFile, searchAttributes = {} }: TemporalServerOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
    ...(dataFile === undefined ? [] : ['--db-filename', dataFile]),
    // Without WAL the server stalls for minutes when some forty workflows run at once.
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
    ...Object.entries(searchAttributes).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

async function namespaceAnswers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    try {
      await connection.withDeadline(Date.now() + 1_000, () =>
        connection.workflowService.describeNamespace({ namespace: 'default' }),
      );
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    // Refused, not served yet or too slow: all mean that it is not ready.
    return false;
  }
}
