import type {ExecutionResult} from 'graphql';

/** Executes a query. One that is nested so deeply that it cannot be read is refused, as any invalid query. */
export async function refuseTooDeep(execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
  try {
    const result = await execute();
    // graphql-js returns the errors of its parser.
    return result.errors?.some(isStackExhausted) === true ? await refusal() : result;
  } catch (error) {
    if (isStackExhausted(error)) return refusal();
    throw error;
  }
}

async function refusal(): Promise<ExecutionResult> {
  const {GraphQLError} = await import('graphql');
  return {errors: [new GraphQLError('The query is nested too deeply')]};
}

/** Whether an error says that calls were nested too deeply. Engines use RangeErrors for other faults too. */
function isStackExhausted(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const {name, message} = error;
  return (
    (name === 'RangeError' && message.startsWith('Maximum call stack size exceeded')) ||
    // Firefox
    (name === 'InternalError' && message === 'too much recursion')
  );
}
