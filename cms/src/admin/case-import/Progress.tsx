import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import type { CaseImport, ImportReport } from '../../contracts/cases/case-import.ts'
import { save } from '../desk/save-file'
import { useSend } from '../desk/use-send'

const titles = {
  checked: '还没有开始',
  running: '正在导入，可以离开这一页',
  stopped: '导入停下了',
  done: '导入完了',
}

type Props = { current: CaseImport; busy: boolean; onResume: () => void; onClose: () => void }

/** How far an import has come, and what became of its rows. */
export function Progress({ current, busy, onResume, onClose }: Props) {
  const { id, state, total, done, added, here, faulty, fault } = current
  const { get } = useFetchClient()
  const { fault: reportFault, send } = useSend('case import report')
  const report = () =>
    send(async () => {
      const { data } = await get<ImportReport>(`/desk/cases/imports/${id}/report`)
      save(new Blob([data.content], { type: 'text/csv' }), data.name)
    })
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography variant="delta" tag="h2" role="status">
        {titles[state]}
      </Typography>
      <Box style={{ maxWidth: 480 }}>
        <ProgressBar value={total === 0 ? 100 : Math.floor((done / total) * 100)} size="M" />
      </Box>
      <Typography>
        {`${total} 行里已看过 ${done} 行：导入 ${added} 件，本系统已有 ${here} 件，有错或重复 ${faulty} 行。`}
      </Typography>
      {(fault || reportFault) && (
        <Typography role="alert" textColor="danger600">
          {fault || reportFault}
        </Typography>
      )}
      <Flex gap={3} wrap="wrap">
        {state === 'stopped' && (
          <Button loading={busy} onClick={onResume}>
            继续导入
          </Button>
        )}
        {state !== 'running' && (
          <Button variant="secondary" onClick={() => void report()}>
            保存导入结果（CSV）
          </Button>
        )}
        <Button variant="tertiary" onClick={onClose}>
          导入另一个文件
        </Button>
      </Flex>
    </Flex>
  )
}
