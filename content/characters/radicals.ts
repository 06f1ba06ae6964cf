// Unicode's EquivalentUnifiedIdeograph.txt: every radical of the supplement, followed by its character.
const supplement =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母' +
  '⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑' +
  '⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风' +
  '⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'

const usual = new Map(
  [...supplement.matchAll(/(.)(.)/gu)].map(([, radical = '', character = '']) => [
    radical,
    character,
  ]),
)
const radical = /[\u2e80-\u2eff\u2f00-\u2fdf]/gu

/**
 * Writes radicals as the characters that they look like: PDF files give ⻓ and ⺠ where a reader
 * sees 长 and 民. Only the two blocks of radicals are touched; all else is left as it is.
 */
export function foldRadicals(text: string): string {
  return text.replace(radical, (one) => usual.get(one) ?? one.normalize('NFKC'))
}

/** The radicals in a text that `foldRadicals` would write otherwise, each once. */
export function radicalsIn(text: string): string[] {
  return [...new Set(text.match(radical))].filter((one) => foldRadicals(one) !== one)
}
