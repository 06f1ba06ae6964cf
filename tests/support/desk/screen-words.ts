import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../machine/installation.ts'

/** Where the words of the desk's screens are written. */
const places = ['cms/src/admin', 'cms/src/contracts', 'cms/src/api', 'cms/src/components']
const files = [
  'cms/src/publishing/workflow/state-labels.ts',
  'cms/src/accounts/roles.ts',
  'node_modules/@strapi/admin/dist/admin/admin/src/translations/zh-Hans.json.mjs',
  'node_modules/@strapi/upload/dist/admin/translations/zh-Hans.json.mjs',
]

/** All that the desk's screens can say, by the sources: texts between quotes, marks and tags. */
export async function deskWords(): Promise<Set<string>> {
  const inPlaces = await Promise.all(
    places.map(async (place) =>
      (await readdir(join(root, place), { recursive: true }))
        .filter((name) => /\.(tsx?|json)$/.test(name))
        .map((name) => join(place, name)),
    ),
  )
  const words = new Set<string>()
  for (const file of [...inPlaces.flat(), ...files]) {
    const text = await readFile(join(root, file), 'utf8')
    // Two languages of quotes: a text may hold the other.
    for (const [, quoted = ''] of text.matchAll(/["'`>}]([^"'`<>{}\n]*)(?=["'`<{$])/g)) {
      words.add(quoted.trim())
    }
    for (const line of text.split('\n')) words.add(line.trim())
  }
  return words
}

/** Whether a name stands on a screen, as it is or as the button that confirms a step. */
export function saysOnScreen(words: Set<string>, name: string): boolean {
  if (words.has(name)) return true
  return name.startsWith('确认') && words.has(name.slice(2))
}
