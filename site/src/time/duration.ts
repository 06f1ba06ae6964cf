/** `185` → `3分05秒`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  if (minutes === 0) return `${rest}秒`
  return `${minutes}分${String(rest).padStart(2, '0')}秒`
}

/** `185` → `3:05`, the form of a player's clock. */
export function playerClock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
