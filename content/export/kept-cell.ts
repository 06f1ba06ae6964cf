/** What a spreadsheet would run as a formula. */
const runs = /^[=+\-@\t\r＝＋－＠]/
/** What a spreadsheet reads as a number, a day or a truth, and shows or saves as something else. */
const altered =
  /^\s*(?:[\d０-９.,:/+\-eE%年月日时分 ]*[\d０-９][\d０-９.,:/+\-eE%年月日时分 ]*|true|false)\s*$/i
/** A number of few digits, which it leaves as it is. */
const plain = /^(?:0|[1-9]\d{0,10})$/

const isGuarded = (text: string) => runs.test(text) || (altered.test(text) && !plain.test(text))

/**
 * A text for a cell of a table that is read back: an apostrophe before what a spreadsheet would run or alter, and
 * before what begins with apostrophes and would be taken for that. `readKept` gives the very text back.
 */
export function keepText(text: string): string {
  return isGuarded(text.replace(/^'+/, '')) ? `'${text}` : text
}

/** The text of a cell that `keepText` has written; any other cell is itself. */
export function readKept(cell: string): string {
  return cell.startsWith("'") && isGuarded(cell.replace(/^'+/, '')) ? cell.slice(1) : cell
}
