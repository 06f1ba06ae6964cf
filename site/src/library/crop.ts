import type { Focus } from '@portal/content/schema/media'

type Size = { width: number; height: number }
type Region = { left: number; top: number; width: number; height: number }

/** A focus as the `position` of a picture; undefined where the middle is meant. */
export function positionOf(focus: Focus | undefined): string | undefined {
  return focus && `${Math.round(focus.x * 100)}% ${Math.round(focus.y * 100)}%`
}

/** Reads what `positionOf` wrote; undefined for every other position. */
export function parsePosition(position: unknown): Focus | undefined {
  const found = typeof position === 'string' && /^(\d{1,3})% (\d{1,3})%$/.exec(position)
  return found ? { x: Number(found[1]) / 100, y: Number(found[2]) / 100 } : undefined
}

/**
 * The largest part of a picture in the shape wanted, its middle as near to the focus as the edges allow.
 * @param ratio width ÷ height of the part
 */
export function cropAround(size: Size, ratio: number, focus: Focus): Region {
  const width = Math.max(1, Math.min(size.width, Math.round(size.height * ratio)))
  const height = Math.max(1, Math.min(size.height, Math.round(size.width / ratio)))
  const start = (whole: number, part: number, at: number) =>
    Math.round(Math.min(Math.max(whole * at - part / 2, 0), whole - part))
  return {
    left: start(size.width, width, focus.x),
    top: start(size.height, height, focus.y),
    width,
    height,
  }
}
