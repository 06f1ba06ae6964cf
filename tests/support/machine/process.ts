import { readdirSync, readFileSync } from 'node:fs'

/** The processes whose environment names this data folder and whose command holds a word. Linux only. */
export function processesOf(dataDir: string, word: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8')
        return environment.includes(`DATA_DIR=${dataDir}`) && command.includes(word)
      } catch {
        return false
      }
    })
    .map(Number)
}
