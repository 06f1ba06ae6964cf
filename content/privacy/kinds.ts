/** What may name or lead to a person, and so must not be published unawares. */
export const personalKinds = {
  'id-number': '身份证号码',
  phone: '电话号码',
  'bank-card': '银行卡号',
  plate: '车牌号',
  address: '详细住址',
  email: '电子邮箱',
  account: '微信、QQ 等账号',
  name: '信访人姓名或其他已知信息',
  person: '可能是真实姓名',
} as const

export type PersonalKind = keyof typeof personalKinds
