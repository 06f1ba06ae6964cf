/** Rows that were read and hold something that does not open. */
const damaged = new WeakSet<object>()

export function markDamaged(row: object): void {
  damaged.add(row)
}

/** Whether something of a row, as the database gave it, does not open: it must not be built upon. */
export function isDamaged(row: object): boolean {
  return damaged.has(row)
}

/** What is answered to who would change such a row. */
export const unopened = '这条记录里有打不开的内容，不能改动。请系统管理员查看运行记录，从备份恢复。'
