import { Typography } from '@strapi/design-system'
import type { CaseDeskState } from '../../contracts/case-desk.ts'

/** Whether everything that was recorded of the case is there and unchanged. */
export function CaseRecord({ intact, events }: CaseDeskState['record']) {
  if (intact) {
    return (
      <Typography variant="pi" textColor="neutral600">{`✓ 记录完整，共 ${events} 条`}</Typography>
    )
  }
  return (
    <Typography textColor="danger600" role="alert">
      记录不完整：这一件的记录被改动过，或者缺了，不能再办理。请告诉系统管理员。
    </Typography>
  )
}
