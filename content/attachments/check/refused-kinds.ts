/** Chinese and Latin words stand apart. */
const thisIs = (kind: string) => `这是${/^[A-Z]/.test(kind) ? ' ' : ''}${kind}，`
const sound = (kind: string) =>
  `${thisIs(kind)}这里不收。请用录音软件或者播放器另存为 MP3、M4A 再传，或者来访时带来。`
const film = (kind: string) =>
  `${thisIs(kind)}这里不收。请用剪辑软件或者播放器另存为 MP4 再传，或者来访时带来。`
const paper = (kind: string) => `${thisIs(kind)}这里不收。请打开它，另存为或者“打印”成 PDF 再传。`
const image = (kind: string) => `${thisIs(kind)}这里打不开。请另存为 JPEG 或 PNG，或者截屏再传。`

/** Kinds that are not taken: each under the name that people know, with what to do instead. */
export const named = {
  ofd: '这是 OFD 文件，这里不收。请用 OFD 阅读器或者 WPS 打开，另存为 PDF 再传。',
  odf: paper('OpenDocument 文档（.odt、.ods）'),
  slides: paper('演示文稿（PPT）'),
  iwork: paper('苹果 Pages、Numbers 文稿'),
  drawing: paper('Visio、CAD 图'),
  book: paper('电子书'),
  rtf: paper('RTF 文档'),
  postscript: paper('PostScript 文件'),
  ogg: sound('OGG 录音'),
  flac: sound('FLAC 录音'),
  wma: sound('WMA 录音'),
  aiff: sound('AIFF 录音'),
  ape: sound('APE 录音'),
  midi: sound('MIDI 音乐'),
  caf: sound('CAF 录音'),
  silk: sound('微信、QQ 语音（SILK）'),
  recorder: sound('录音笔的录音（DSS、QCP、VOC）'),
  au: sound('AU 录音'),
  ac3: sound('AC-3 录音'),
  'ogg-film': film('OGV 视频'),
  avi: film('AVI 视频'),
  wmv: film('WMV 视频'),
  mkv: film('MKV 视频'),
  flv: film('FLV 视频'),
  mpeg: film('MPEG 视频'),
  ts: film('行车记录仪、录像机的视频（TS）'),
  realmedia: film('RM、RMVB 视频'),
  tiff: image('TIFF 图片'),
  bmp: image('BMP 图片'),
  icon: image('图标（ICO）'),
  photoshop: image('Photoshop 图片'),
  raw: image('相机的 RAW 照片'),
  jxl: image('JPEG XL 图片'),
  jpeg2000: image('JPEG 2000 图片'),
} as const
type Named = keyof typeof named

/** The kinds by the extension under which they are known. */
const extensions: Record<Named, string> = {
  ofd: 'ofd',
  odf: 'odt ods odp odg ott ots otp otg',
  slides: 'pptx ppsx pptm potx potm ppt',
  iwork: 'pages numbers key',
  drawing: 'vsdx dwg skp fbx',
  book: 'epub mobi',
  rtf: 'rtf',
  postscript: 'ps eps',
  ogg: 'ogg oga opus spx ogx',
  flac: 'flac',
  wma: 'wma',
  aiff: 'aif',
  ape: 'ape',
  midi: 'mid',
  caf: 'caf',
  silk: 'silk',
  recorder: 'dss qcp dsf voc mpc wv',
  au: 'au',
  ac3: 'ac3',
  'ogg-film': 'ogv ogm',
  avi: 'avi',
  wmv: 'wmv asf',
  mkv: 'mkv',
  flv: 'flv f4v',
  mpeg: 'mpg m2p',
  ts: 'mts',
  realmedia: 'rm',
  tiff: 'tif',
  bmp: 'bmp',
  icon: 'ico cur icns',
  photoshop: 'psd xcf',
  raw: 'cr2 cr3 nef arw dng orf rw2 raf',
  jxl: 'jxl',
  jpeg2000: 'jp2 jpx jpm mj2 jxr bpg flif ktx',
}

const known = new Map(
  (Object.entries(extensions) as [Named, string][]).flatMap(([kind, all]) =>
    all.split(' ').map((extension) => [extension, kind] as const),
  ),
)

/** The kind behind an extension; undefined where it is none of these. */
export function namedOf(extension: string): Named | undefined {
  return known.get(extension)
}
