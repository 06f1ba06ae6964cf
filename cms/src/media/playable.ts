import type { InputAudioTrack, InputVideoTrack } from 'mediabunny'

const exported = '请在剪辑软件里导出为 MP4（画面 H.264、8 位、SDR，声音 AAC）再上传'

/** Names of codecs as editing programs show them, by the library's name or the four letters in the file. */
const names: Record<string, string> = {
  hevc: 'H.265（HEVC）',
  av1: 'AV1',
  vp8: 'VP8',
  vp9: 'VP9',
  mp4v: 'MPEG-4',
  s263: 'H.263',
  h263: 'H.263',
  jpeg: 'Motion JPEG',
  mjpa: 'Motion JPEG',
  prores: 'ProRes',
  samr: 'AMR',
  sawb: 'AMR',
  alac: 'ALAC',
  ac3: '杜比 AC-3',
  'ac-3': '杜比 AC-3',
  eac3: '杜比 AC-3',
  'ec-3': '杜比 AC-3',
  dtsc: 'DTS',
  opus: 'Opus',
  flac: 'FLAC',
  vorbis: 'Vorbis',
  apac: '空间音频',
}

function nameOf(codec: string | null, internal: unknown): string {
  const own = codec ?? (typeof internal === 'string' ? internal : '')
  if (/^(?:pcm|ulaw|alaw|sowt|twos|lpcm|ipcm|fpcm|raw|in24|in32|fl32)/.test(own))
    return 'PCM（未压缩）'
  return names[own] ?? (/^[\w-]{2,12}$/.test(own) ? own : '少见的编码')
}

/** Profiles of H.264 that browsers play: 8 bits, 4:2:0 (ISO/IEC 14496-10, annex A). */
const profiles = new Set(['42', '4d', '58', '64'])

/** Why the pictures of a film would not be seen, or not as they were made; undefined where they would. */
export async function faultOfPictures(track: InputVideoTrack): Promise<string | undefined> {
  if (track.codec !== 'avc') {
    const name = nameOf(track.codec, track.internalCodecId)
    return `视频的画面编码是 ${name}，很多浏览器放不了：${exported}`
  }
  const profile = /^avc[13]\.([0-9a-f]{2})/i.exec(
    (await track.getCodecParameterString()) ?? '',
  )?.[1]
  if (profile !== undefined && !profiles.has(profile.toLowerCase())) {
    return `视频的画面是 10 位色或者 4:2:2 采样，浏览器放不了：${exported}`
  }
  if (await track.hasHighDynamicRange()) {
    return `视频是 HDR 画面，在多数屏幕上颜色发灰：${exported}`
  }
  return undefined
}

/** Why the sound of a film would not be heard; undefined where it would. */
export function faultOfSound(track: InputAudioTrack): string | undefined {
  if (track.codec === 'aac' || track.codec === 'mp3') return undefined
  const name = nameOf(track.codec, track.internalCodecId)
  return `视频的声音编码是 ${name}，浏览器放出来没有声音：${exported}`
}
