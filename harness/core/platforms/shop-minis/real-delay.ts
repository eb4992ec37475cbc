/** Waits for real milliseconds, on no simulated clock. */
export function realDelay(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay));
}
