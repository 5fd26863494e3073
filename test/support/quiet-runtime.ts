import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Once per test process, before any worker: what tests provoke on purpose would otherwise fill the output. */
export function quietRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
}
