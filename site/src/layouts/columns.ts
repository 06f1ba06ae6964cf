/**
 * A column of the site (栏目), with what the ColumnName, ColumnDescription, ColumnKeywords and
 * ColumnType tags of government sites say of it.
 */
export type Column = {
  /** The short word of the navigation. */
  word: string
  name: string
  description: string
  keywords: string
  type: string
  path: `/${string}/`
}

export const columns = {
  regulations: {
    word: '条例',
    name: '信访条例',
    description: '《信访工作条例》逐条阅读、逐条解读，关联征文、微视频、指南和答复公示。',
    keywords: '信访工作条例,条例解读,信访法规',
    type: '政策文件',
    path: '/regulations/',
  },
  essays: {
    word: '征文',
    name: '主题征文',
    description: '围绕《信访工作条例》的主题征文和信访工作文章。',
    keywords: '信访征文,信访故事,条例宣传',
    type: '专题专栏',
    path: '/essays/',
  },
  videos: {
    word: '微视频',
    name: '微视频',
    description: '讲解《信访工作条例》和办事方法的短片，配字幕和文字稿。',
    keywords: '信访微视频,条例宣传,办事讲解',
    type: '专题专栏',
    path: '/videos/',
  },
  notices: {
    word: '答复公示',
    name: '办理结果公示',
    description: '信访事项办理结果公示，按问题领域、类别和年份查看，内容已隐去个人信息。',
    keywords: '信访答复,办理结果公示,信访办结',
    type: '互动交流',
    path: '/notices/',
  },
  guides: {
    word: '指南',
    name: '办事指南',
    description: '信访事项怎样提出、归哪里管、怎样查询、不服怎么办。',
    keywords: '信访指南,信访流程,复查复核',
    type: '办事服务',
    path: '/guides/',
  },
  reception: {
    word: '接访',
    name: '领导接访',
    description: '领导干部接待来访群众的时间、地点和方式。',
    keywords: '领导接访,接访安排,信访接待',
    type: '互动交流',
    path: '/reception/',
  },
  petition: {
    word: '提信访',
    name: '网上信访',
    description: '网上提出信访事项，查询办理进度和结果。',
    keywords: '网上信访,信访查询,信访评价',
    type: '互动交流',
    path: '/petition/',
  },
  campaigns: {
    word: '活动',
    name: '宣传活动',
    description: '《信访工作条例》宣传月和各类活动：现场安排、宣传材料、征文、微视频和指南。',
    keywords: '条例宣传月,信访宣传,现场咨询',
    type: '专题专栏',
    path: '/campaigns/',
  },
  statistics: {
    word: '统计',
    name: '公示统计',
    description: '按问题领域、类别、结果和月份统计的办理结果公示。',
    keywords: '信访统计,办理结果统计',
    type: '信息公开',
    path: '/statistics/',
  },
  about: {
    word: '网站说明',
    name: '网站说明',
    description: '站点地图、隐私说明、无障碍说明、开放数据和找错。',
    keywords: '站点地图,隐私说明,无障碍,找错',
    type: '信息公开',
    path: '/sitemap/',
  },
} as const satisfies Record<string, Column>

export type ColumnKey = keyof typeof columns

/** The columns of the navigation, in order. */
export const navigation = [
  'regulations',
  'essays',
  'videos',
  'notices',
  'guides',
  'reception',
] as const satisfies ColumnKey[]
