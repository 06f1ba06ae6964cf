import { licences, licencesRead, scriptsLeftOut } from './known-packages.ts'

type Locked = {
  name?: string
  link?: boolean
  license?: string
  integrity?: string
  resolved?: string
  hasInstallScript?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

/** What of a lock file (version 3) is looked at. */
export type Lock = { packages: Record<string, Locked> }

/** A version of the registry; no address, no branch, no file, no other package under the name. */
const fromRegistry =
  /^(?:\*|[\^~>=<]*\s?v?\d[\w.+-]*(?:\s*(?:\|\||-|\s)\s*[\^~>=<]*\s?v?\d[\w.+-]*)*)$/

const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 13)

/** Whether one alternative of an SPDX expression has only licences that are known. */
function isKnown(expression: string): boolean {
  return expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((each) => licences.has(each)))
}

const readOf = (name: string) => licencesRead[name] ?? licencesRead[name.replace(/\/.*/, '/*')]

function faultsOfOne(place: string, locked: Locked, allowed: Set<string>): string[] {
  // One that has another's name is the other.
  const name = locked.name ?? nameOf(place)
  const named = locked.license && isKnown(locked.license) ? locked.license : readOf(name)
  const { resolved, integrity } = locked
  return [
    ...(/^sha(?:256|384|512)-/.test(integrity ?? '') ? [] : ['没有校验值（integrity）']),
    ...(resolved === undefined ? [] : [`写着下载地址 ${resolved}`]),
    ...(named && isKnown(named) ? [] : [`许可证“${locked.license ?? '没有写'}”没有核对过`]),
    ...(locked.hasInstallScript && !allowed.has(name) && !scriptsLeftOut.has(name)
      ? ['带安装脚本，不在 allowScripts 里']
      : []),
  ].map((fault) => `${place}：${fault}`)
}

/** The program's own packages may name anything of the registry, and each other. */
function faultsOfOwn(place: string, locked: Locked): string[] {
  const { dependencies, devDependencies, optionalDependencies } = locked
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !fromRegistry.test(version))
    .map(([name, version]) => `${place || 'package.json'}：${name} 不是登记处的版本：${version}`)
}

/**
 * What of a lock file makes the program depend on something that nobody has looked at: a package without hash, from
 * elsewhere than the registry, under an unknown licence, or with an install script that is not allowed.
 * @param allowScripts as in package.json
 */
export function faultsOfLock({ packages }: Lock, allowScripts: Record<string, boolean>): string[] {
  const allowed = new Set(Object.keys(allowScripts).filter((name) => allowScripts[name]))
  return Object.entries(packages).flatMap(([place, locked]) => {
    if (locked.link) return []
    return place.includes('node_modules/')
      ? faultsOfOne(place, locked, allowed)
      : faultsOfOwn(place, locked)
  })
}
