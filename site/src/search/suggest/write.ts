import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sounds, suggestionTerms } from './terms.ts'

/**
 * Writes what the search box suggests: `suggestions.json` (`Term[]`) and `sounds.json` (`Sounds`).
 *
 * @throws what the file system throws
 */
export async function writeSuggestions(
  folder: string,
  texts: { titles: string[]; words: string[] },
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'suggestions.json'), JSON.stringify(suggestionTerms(texts)))
  await writeFile(join(folder, 'sounds.json'), JSON.stringify(sounds()))
}
