import type { Focus } from '@portal/content/schema/entries/media'

type Size = { width: number; height: number }
type Region = { left: number; top: number; width: number; height: number }

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
