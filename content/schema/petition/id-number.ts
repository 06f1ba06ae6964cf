const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

/** The check character of the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function idNumberCheck(digits: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return checks.charAt(sum % 11)
}

/** Whether `text` is a citizen number under GB 11643: 17 digits with a real date, then its check. */
export function isIdNumber(text: string): boolean {
  return (
    /^[1-9]\d{16}[\dX]$/.test(text) &&
    isDate(text.slice(6, 14)) &&
    idNumberCheck(text) === text.charAt(17)
  )
}

/** Whether eight digits are a day of the calendar. */
export function isDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number)
  if (year === undefined || month === undefined || day === undefined || year < 1850) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
