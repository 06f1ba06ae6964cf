/** Traditional signs that stand in the names of offices, and what they are written with here. */
const traditional = new Map(
  Object.entries({
    環: '环',
    衛: '卫',
    稅: '税',
    勞: '劳',
    農: '农',
    業: '业',
    鄉: '乡',
    鎮: '镇',
    區: '区',
    縣: '县',
    執: '执',
    監: '监',
    幹: '干',
    會: '会',
    處: '处',
    辦: '办',
    隊: '队',
    員: '员',
    領: '领',
    導: '导',
    書: '书',
    記: '记',
    長: '长',
    務: '务',
    運: '运',
    設: '设',
    資: '资',
    規: '规',
    劃: '划',
    療: '疗',
    醫: '医',
    給: '给',
    東: '东',
    風: '风',
    動: '动',
    電: '电',
    車: '车',
    財: '财',
    廣: '广',
    體: '体',
    場: '场',
    質: '质',
    藥: '药',
    審: '审',
    計: '计',
    檢: '检',
    營: '营',
    應: '应',
    險: '险',
    學: '学',
    門: '门',
    雲: '云',
    開: '开',
    橋: '桥',
    嶺: '岭',
    鳳: '凤',
  }),
)

/** What people put between the signs of a name so that it is not found: blanks, dots, dashes, marks. */
const between = /[\s\p{Cf}·•・.．\-‐-―_*＊~～/／|｜+＋^=#'"“”‘’「」『』【】[\]()（）]/gu

/** A text as names of units are looked for in it: one form of each sign, nothing between signs. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(between, '')
    .replace(/\p{Script=Han}/gu, (sign) => traditional.get(sign) ?? sign)
    .toLowerCase()
}
