import { families } from './departments.ts'
import { fold } from './fold.ts'
import { communityPattern, nearBodies, townBodies, townPattern } from './places.ts'

/** A handling unit as it may be named: its full name, and what else the office knows it by. */
export type KnownUnit = { id: string; name: string; aliases: string[] }

/** A village or community, and the name of the township that it lies in. */
type KnownPlace = { name: string; township: string }

/** A unit that a text names, and the words by which it does. */
export type NamedUnit = { id: string; words: string[] }

/** Finds the units that texts name; `near` is the township where the matter happened, if it says one. */
export type Finder = (texts: string[], near: string | null) => NamedUnit[]

type Called = { id: string; pattern: RegExp }

const escape = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A name without the district's tier in front: people leave it away, or say another. */
function bare(name: string): string {
  return name.replace(/^[\p{Script=Han}]{0,4}?[区县市](?=[\p{Script=Han}]{3,})/u, '')
}

/** Names by themselves, the longest first: a part of another name is not another mention. */
function namesOf({ name, aliases }: KnownUnit): string[] {
  const full = fold(name)
  return [...new Set([full, bare(full), ...aliases.map(fold)])].filter(
    (text) => [...text].length >= 2,
  )
}

function patternOf(unit: KnownUnit): RegExp {
  const name = fold(unit.name)
  const names = namesOf(unit).sort((a, b) => b.length - a.length)
  const town = townPattern(name)
  const kinds = families.filter((family) => family.name.test(name)).map(({ called }) => called)
  return new RegExp([...names.map(escape), ...(town ? [town] : kinds)].join('|'), 'gu')
}

function wordsIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([word]) => word)
}

/**
 * Makes a finder for the units and places of an office. It looks for full names, short forms, the
 * people of an office (城管队员, 派出所民警), aliases, and for villages and communities, for which
 * their township answers. A township that is not named (街道办, 镇政府, 村干部) is the one where the
 * matter happened; where that is not known, it may be any of them. What it finds is a proposal that a
 * person settles: it rather finds too much than too little.
 */
export function makeFinder(units: KnownUnit[], places: KnownPlace[]): Finder {
  const called: Called[] = units.map((unit) => ({ id: unit.id, pattern: patternOf(unit) }))
  const towns = units.flatMap(({ id, name }) => {
    const base = townBodies.exec(fold(name))?.groups?.base
    return base ? [{ id, base }] : []
  })
  const townOf = (township: string) => towns.find(({ base }) => fold(township).startsWith(base))
  const communities = places.flatMap(({ name, township }): Called[] => {
    const town = townOf(township)
    const pattern = communityPattern(fold(name))
    return town && pattern ? [{ id: town.id, pattern }] : []
  })
  const isTown = (id: string) => towns.some((town) => town.id === id)
  const local = [...called.filter(({ id }) => isTown(id)), ...communities]
  return (texts, near) => {
    const found = new Map<string, Set<string>>()
    const add = (id: string, words: string[]) => {
      if (words.length === 0) return
      const known = found.get(id) ?? new Set<string>()
      for (const word of words) known.add(word)
      found.set(id, known)
    }
    const nearest = near === null ? undefined : townOf(near)
    for (const text of texts.map(fold)) {
      for (const { id, pattern } of [...called, ...communities]) add(id, wordsIn(text, pattern))
      const rest = local.reduce((left, { pattern }) => left.replaceAll(pattern, '，'), text)
      const unnamed = wordsIn(rest, nearBodies)
      for (const { id } of nearest ? [nearest] : towns) add(id, unnamed)
    }
    return [...found].map(([id, words]) => ({ id, words: [...words] }))
  }
}
