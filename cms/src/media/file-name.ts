import { extname } from 'node:path'
import { findPersonal } from '@portal/content/privacy/find'
import { personalKinds } from '@portal/content/privacy/kinds'

const longest = 60
/** Control characters, marks that turn the direction of writing, and what file systems reserve. */
const unfit =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"/\\|?*]/g

/**
 * A name that can be shown and stored anywhere: one line, no folders, no turned writing, at most 60
 * characters and the extension that fits what the file is.
 */
export function inertName(name: string, ext: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const base = last.slice(0, last.length - extname(last).length)
  const plain = base
    .normalize('NFC')
    .replace(unfit, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  return `${[...plain].slice(0, longest).join('').trim() || '未命名'}${ext}`
}

/** Why a name cannot stay: citizens see the names of files that they download. */
export function faultOfName(name: string): string | undefined {
  const kinds = new Set(findPersonal(name).map(({ kind }) => personalKinds[kind]))
  if (kinds.size === 0) return undefined
  return `文件名里有${[...kinds].join('、')}，网上能看到文件名：请改名后再上传`
}

/**
 * The beginning of a file's address. Most names here are Chinese, of which an address keeps nothing;
 * Strapi would begin it with an underline, which the site does not take.
 */
export function addressOf(name: string): string {
  const base = name.slice(0, name.length - extname(name).length)
  const ascii = base.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return ascii.slice(0, 40).replace(/-+$/, '').toLowerCase() || 'file'
}
