import type { CasePlaces } from '../../contracts/cases/page.ts'

type Region = CasePlaces['regions'][number]

/** The place that is meant by what is typed: its whole name, or its last part or first letters where only one has them. */
export function findRegion(regions: readonly Region[], typed: string): Region | undefined {
  const text = typed.trim()
  if (text === '') return undefined
  const whole = regions.find(({ name }) => name === text)
  if (whole) return whole
  const last = ({ name }: Region) => name.split(' ').at(-1) ?? ''
  const meant = regions.filter(
    (region) => last(region) === text || region.initials === text.toLowerCase(),
  )
  return meant.length === 1 ? meant[0] : undefined
}
