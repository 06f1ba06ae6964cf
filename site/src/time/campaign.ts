/** Where a campaign stands on a day: 还没开始, 正在进行, 已结束. */
export function campaignTime(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  today: string,
): string {
  if (today < startsOn) return '还没开始'
  return today <= endsOn ? '正在进行' : '已结束'
}
