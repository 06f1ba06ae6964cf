import { attachmentLimits, inWords, limitWords } from './limits.ts'
import { named } from './check/refused-kinds.ts'

/** Why a file is not taken: what happened, and what to do instead. */
export const refusals = {
  ...named,
  empty: '这个文件是空的。请重新选择。',
  'too-large': `文件太大。照片和文档不超过 ${inWords(attachmentLimits.still)}，录音和视频不超过 ${inWords(attachmentLimits.media)}。请压缩、分段，或者来访时带来。`,
  twin: '和已经选好的一个附件是同一个文件，只留一份。请删去这一个。',
  'too-many': `附件超出了限度：${limitWords}。请先删去一些，其余的以后可以补充。`,
  unknown:
    '看不出这是什么文件。请用原来的软件打开它，文档另存为 PDF，录音另存为 MP3，视频另存为 MP4 再传；也可以拍照上传。',
  text: '这是纯文字文件。请把文字粘贴到“事实和理由”里，或者在 Word、WPS 里另存为 .docx、PDF 再传。',
  executable:
    '文件名最后的扩展名是程序用的（如 .exe、.js、.lnk），不收。如果它其实是照片、文档或者录音，请改好文件名再传。',
  heic: '这是 HEIC 照片，这里打不开。请在手机相机设置里选“兼容性最佳”，或者截屏再传。',
  pixels: '这张图片的长宽太大。请缩小以后再传。',
  'old-office': '这是旧版 Office 文件。请在 Word、WPS 里另存为 .docx、.xlsx 或者 PDF 再传。',
  macro: '这个文档里有宏。请另存为不带宏的 .docx、.xlsx 或者 PDF 再传。',
  encrypted: '这个文件设了密码，我们打不开。请去掉密码再传。',
  active: '这个文档里有会自动运行的内容，或者夹带了别的文件。请“打印”成新的 PDF 再传。',
  linked: '这个文档引用了别处的内容。请另存为 PDF 再传。',
  bomb: '这个文件解开以后大得不正常。请另存为 PDF 再传。',
  damaged: '这个文件不完整，或者已经损坏。请打开看看，重新保存再传。',
  mixed: '这个文件里混着另一种文件。请打开以后重新保存，或者截屏再传。',
  'hidden-places':
    '这段视频里夹着拍摄地点这一类数据，这里去不掉。请在手机相册里剪辑一下另存，或者用剪辑软件另存为 MP4 再传。',
  archive: '不收压缩包。请解开以后，把里面的照片和文档分别上传。',
  program: '这是程序，不收。请上传照片、文档、录音或者视频。',
  page: '不收网页和 SVG 图形。请截屏，或者“打印”成 PDF 再传。',
} as const
export type Refusal = keyof typeof refusals
