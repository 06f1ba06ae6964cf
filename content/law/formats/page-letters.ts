import { parse } from 'node-html-parser'
import { raise } from '../../characters/raised.ts'

const tag = /<[a-z/!?][^>]*>/giu

/**
 * The words of a web page with every tag cut off, read from its bytes and not from its tree. Scripts,
 * styles, comments and readings above words are no words of it.
 */
export function pageLetters(html: string): string {
  const plain = html
    .replace(/<!--[\s\S]*?-->/gu, '')
    .replace(/<(script|style|rt|rp|head)\b[\s\S]*?<\/\1\s*>/giu, '')
    .replace(/<(su[pb])\b[^>]*>([\s\S]*?)<\/\1\s*>/giu, (_, name: string, words: string) =>
      raise(words.replace(tag, ''), name.toLowerCase() === 'sup' ? 'super' : 'sub'),
    )
    .replace(tag, '')
  // What is left are entities: &nbsp; &#x4e2d;
  return parse(`<p>${plain.replace(/</gu, '&lt;')}</p>`).text
}
