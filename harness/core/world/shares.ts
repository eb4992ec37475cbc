/** Shares an amount of whole units out by weights. The shares add up to it. */
export function shareOut(amount: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map((_, index) => (index === 0 ? amount : 0));

  let weighed = 0;
  let shared = 0;

  return weights.map((weight) => {
    weighed += weight;
    const share = Math.round((amount * weighed) / sum) - shared;
    shared += share;
    return share;
  });
}
