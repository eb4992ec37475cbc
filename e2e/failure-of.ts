/** The message with which an assertion fails. */
export async function failureOf(assertion: Promise<void>): Promise<string> {
  const failure = await assertion.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof Error)) throw new Error('The assertion has passed.');
  return failure.message;
}
