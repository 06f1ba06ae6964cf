/** Words that ask and name nothing; longer ones first. */
const asking = [
  '请问|想问|问一下|咨询|有没有|是不是|能不能|可不可以|要不要|会不会|用不用|行不行|该不该',
  '怎么办|怎么样|怎么才|怎么|怎样|咋办|咋整|咋样|咋|如何|为什么|为啥|为何|凭什么|凭啥|干什么|干嘛',
  '什么时候|啥时候|什么|啥|哪里|哪儿|哪个|哪些|哪|多少|多久|几时|何时',
  '可以吗|可以|能否|可否|是否|应该|应当|需要|谁管|归谁|找谁|谁来|去找|找哪',
  '我们|你们|他们|咱们|大家|自己|人家|我家|我要|我想|想要|一下|一直|还是|还要|还能|已经|突然|老是|总是',
  '不给|不让|不肯|怎|吗|呢|啊|呀|吧|嘛|哦|了(?!解|结)|我|你|您|他|她|它|俺|(?<!目)的(?!士|确)|地(?=[^\\p{Script=Han}]|$)',
  '个|把|被|让|给|在|到|就|都|也|还|又|很|太|好久|跟|和|与|从|向|对|会|能|要|想|去|来',
]
const askingWord = new RegExp(asking.join('|'), 'gu')

/** A question without the words that only ask: 拖欠工资怎么办 is about 拖欠工资. */
export function withoutAsking(query: string): string {
  return query.replace(askingWord, ' ').replace(/\s+/g, ' ').trim()
}
