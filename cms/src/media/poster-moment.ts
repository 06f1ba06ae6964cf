/** The second of a film that its poster shows: past what fades in, inside the film. */
export function posterMoment(seconds: number): number {
  return Math.min(3, seconds / 4)
}
