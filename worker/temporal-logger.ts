import type { Logger, LogLevel } from '@temporalio/worker';
import type { Logger as Pino } from 'pino';

/** Lets the SDK, workflows and activities write to the process's own log. */
export function temporalLogger(log: Pino): Logger {
  const write =
    (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, meta?: object): void =>
      log[level](meta ?? {}, message);
  const at = {
    TRACE: write('trace'),
    DEBUG: write('debug'),
    INFO: write('info'),
    WARN: write('warn'),
    ERROR: write('error'),
  };
  return {
    log: (level: LogLevel, message, meta) => at[level](message, meta),
    trace: at.TRACE,
    debug: at.DEBUG,
    info: at.INFO,
    warn: at.WARN,
    error: at.ERROR,
  };
}
