/** What a citizen fills in; every value is made up. */
export const story = {
  category: 'claim',
  topic: 'labour',
  region: 'chengxi-liuan',
  title: '工地拖欠三个月工资',
  request: '请督促公司付清工资。',
  facts: '2026年8月至10月在柳岸工地做木工，工资一直没有发。\n找过劳动监察，没有答复。',
  name: '李秀英',
  phone: '13800001234',
  address: '城西街道柳岸社区 8 栋 302 室',
  idNumber: '',
}

/** Another, whose words name no unit, and whose teller gives an ID number. */
export const lampStory = {
  category: 'claim',
  topic: 'transport',
  region: 'chengxi-liuan',
  title: '柳岸社区路灯长期不亮',
  request: '请尽快修好柳岸社区内的路灯。',
  facts: '今年九月起，社区内三盏路灯一直不亮，夜里行走不安全，曾向社区反映，尚未修复。',
  name: '演示用户',
  phone: '13800000000',
  address: '青禾区城西街道柳岸社区某号',
  idNumber: '11010519491231002X',
}
