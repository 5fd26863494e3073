import { randomUUID } from 'node:crypto';
import { Connection, isGrpcServiceError } from '@temporalio/client';
import { inject } from 'vitest';
import { registerSearchAttributes } from '../../worker/search-attributes.ts';

const NOT_FOUND = 5;

/** A Temporal namespace of its own for a test file, so that task queues of the same name do not meet. */
export async function createNamespace(address = inject('temporalAddress')): Promise<string> {
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    await untilKnown(() => registerSearchAttributes(connection, namespace));
    return namespace;
  } finally {
    await connection.close();
  }
}

/** The server's own parts learn of a new namespace one after the other. */
async function untilKnown(attempt: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(isGrpcServiceError(error) && error.code === NOT_FOUND)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
