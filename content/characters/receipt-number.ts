/** A receipt number (查询编号) as it is shown and printed: in groups of four. */
export function formatReceiptNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, '$1 ')
}
