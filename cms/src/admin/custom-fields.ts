type Input = () => Promise<{ default: unknown }>

const field = (
  name: string,
  type: 'string' | 'richtext' | 'decimal',
  label: string,
  description: string,
  input: Input,
) => ({
  name,
  type,
  intlLabel: { id: `${name}.label`, defaultMessage: label },
  intlDescription: { id: `${name}.description`, defaultMessage: description },
  components: { Input: async () => (await input()) as { default: never } },
})

/** The desk's own field types and their inputs; the server registers them in `strapi/custom-fields.ts`. */
export const customFields = [
  field('choice', 'string', '选项', '从固定的几个词中选一个', () => import('./inputs/ChoiceInput')),
  field(
    'case-number',
    'string',
    '办件',
    '从办件里选一件',
    () => import('./inputs/CaseNumberInput'),
  ),
  field('markdown', 'richtext', '正文', '所见即所得的文字', () => import('./editor/MarkdownInput')),
  field('slug', 'string', '网址名', '网页地址里的名字', () => import('./inputs/SlugInput')),
  field('clock-time', 'string', '时间', '一天里的时间', () => import('./inputs/ClockTimeInput')),
  field('clock-span', 'string', '时段', '一天里的时段', () => import('./inputs/ClockSpanInput')),
  field('film-moment', 'decimal', '时刻', '视频里的时刻', () => import('./inputs/FilmMomentInput')),
]
