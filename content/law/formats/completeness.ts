import { foldRadicals } from '../../characters/radicals.ts'
import { refuse, type Line, type Refusal } from '../source.ts'

/** Letters and figures as they are: 10³ is not 103. Marks and spaces are not compared. */
function letters(text: string): string {
  return foldRadicals(text).replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A stretch of a file as a reader sees it, and where it stands: a line or a paragraph. */
export type Seen = { text: string; line: number }

function differs({ text, line }: Seen): Refusal {
  const start = text.trim().slice(0, 16)
  return refuse(`“${start}…”这里的文字没有全部读进来，没有导入：请改成普通文字再导入`, line)
}

/**
 * Proves that a file was read whole: its letters and figures, taken from it by other means than the
 * lines were, are those of the lines, all of them and in order.
 * @param part where only a part of the file is the text (a web page): the lines must stand in it together
 */
export function provesRead(seen: Seen[], lines: Line[], part = false): Refusal | null {
  const kept = letters(lines.map(({ text }) => text).join(''))
  const pieces = seen.map((piece) => ({ ...piece, letters: letters(piece.text) }))
  if (part) {
    const whole = pieces.map((piece) => piece.letters).join('')
    if (whole.includes(kept)) return null
    const lost = lines.findIndex((_, at) => {
      return !whole.includes(
        letters(
          lines
            .slice(0, at + 1)
            .map(({ text }) => text)
            .join(''),
        ),
      )
    })
    const line = lines[Math.max(0, lost - 1)] ?? lines[0]
    return line ? differs(line) : null
  }
  let at = 0
  for (const piece of pieces) {
    if (!kept.startsWith(piece.letters, at)) return differs(piece)
    at += piece.letters.length
  }
  const last = seen.at(-1)
  return at === kept.length || !last ? null : differs(last)
}
