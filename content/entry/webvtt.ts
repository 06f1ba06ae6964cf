/** A line of captions: from and until when, in seconds, and what it says. */
type Cue = { start: number; end: number; text: string }

/** Captions, or the line (counted from 1) where they cannot be read, and why. */
type Captions = { ok: true; cues: Cue[] } | { ok: false; line: number; problem: string }

const moment = /(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})/.source
const timing = new RegExp(`^\\s*${moment}[ \\t]+-->[ \\t]+${moment}(?:[ \\t]+\\S.*)?\\s*$`)

function seconds(hours = '0', minutes = '0', rest = '0', thousandths = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) + Number(thousandths) / 1000
}

const refuse = (line: number, problem: string): Captions => ({ ok: false, line, problem })

/**
 * Reads captions (W3C WebVTT), strictly: a player skips what it cannot read, and nobody would notice
 * that a sentence is missing.
 */
export function readWebvtt(text: string): Captions {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) return refuse(1, '第一行应当是 WEBVTT')
  const cues: Cue[] = []
  let at = 1
  while (at < lines.length && lines[at]?.trim() !== '') {
    if (lines[at]?.includes('-->')) return refuse(at + 1, 'WEBVTT 后面应当空一行')
    at += 1
  }
  while (at < lines.length) {
    if (lines[at]?.trim() === '') {
      at += 1
      continue
    }
    const first = at
    while (at < lines.length && lines[at]?.trim() !== '') at += 1
    const block = lines.slice(first, at)
    if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block[0] ?? '')) continue
    const place = block[0]?.includes('-->') || block.length === 1 ? 0 : 1
    const line = first + place + 1
    const found = timing.exec(block[place] ?? '')
    if (!found) return refuse(line, '这里应当是时间，例如 00:00:01.000 --> 00:00:03.500')
    const start = seconds(...found.slice(1, 5))
    const end = seconds(...found.slice(5, 9))
    if (end <= start) return refuse(line, '结束的时间不晚于开始的时间')
    const words = block.slice(place + 1)
    const stray = words.findIndex((word) => word.includes('-->'))
    if (stray >= 0) return refuse(line + stray + 1, '两句字幕之间应当空一行')
    cues.push({ start, end, text: words.join('\n') })
  }
  if (!cues.some((cue) => cue.text.trim())) return refuse(lines.length, '里面一句字幕也没有')
  return { ok: true, cues }
}

const mark = '\\d+:\\d\\d:\\d\\d[,.]\\d{1,3}'
/** A line of SubRip with its times, whose hours and fractions editors write short, and places on the screen after them. */
const subripTimes = new RegExp(`^\\s*(${mark})[ \\t]*-->[ \\t]*(${mark})(?:[ \\t].*)?$`, 'm')

function atMoment(written: string): string {
  const [clock = '', fraction = ''] = written.split(/[,.]/)
  return `${clock.padStart(8, '0')}.${fraction.padEnd(3, '0')}`
}

/** Captions in the SubRip form (.srt), which most editors of films write, as WebVTT: fonts and places go. */
export function fromSubrip(text: string): string {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .split('\n')
    .map((line) => {
      const [, from, to] = subripTimes.exec(line) ?? []
      if (from && to) return `${atMoment(from)} --> ${atMoment(to)}`
      return line.replace(/\{\\[^{}]*\}|<\/?font\b[^<>]*>/gi, '')
    })
  return `WEBVTT\n\n${lines.join('\n')}\n`
}

/** Captions without what editors noted in them for themselves, which no player shows and every reader of the file sees. */
export function withoutNotes(webvtt: string): string {
  const [, ...blocks] = webvtt
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/)
    .map((block) => block.trimEnd())
  const kept = blocks.filter((block) => block !== '' && !/^NOTE(?:\s|$)/.test(block))
  return `${['WEBVTT', ...kept].join('\n\n')}\n`
}

/** The character references of WebVTT; marks of direction are dropped. */
const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ' }

/** What a cue says, without tags and on one line. */
export function plainCue({ text }: Cue): string {
  return text
    .replaceAll('\n', ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => references[name] ?? '')
    .trim()
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

/**
 * Why captions do not belong to a film, for staff; undefined where they may.
 * @param seconds how long the film is
 */
export function faultOfCaptions(text: string, seconds: number): string | undefined {
  const read = readWebvtt(text)
  if (!read.ok) return `字幕文件第 ${read.line} 行：${read.problem}`
  const last = Math.max(...read.cues.map(({ end }) => end))
  // Editors round the last second up.
  if (last <= seconds + 1) return undefined
  return `字幕到 ${clock(last)} 才结束，视频只有 ${clock(seconds)}：请检查是不是传错了字幕`
}
