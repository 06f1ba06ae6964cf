import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useHeldState } from '../saving/use-held-state'
import { messageOf } from '../error-message'
import type { StepTaken } from '../../contracts/publications/editions.ts'

type Props = {
  address: string
  edition: number
  /** When the draft on the page was saved: it is what gives way. */
  seen: string | undefined
  onDone: () => void
}
/** Makes an earlier version the draft, and sends it to review if wanted; says what is gone since. */
export function RestoreForm({ address, edition, seen, onDone }: Props) {
  const { post } = useFetchClient()
  const name = `restore ${address} ${edition}`
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const [lines, setLines] = useHeldState<string[]>(`${name} lines`, [])
  const [isDone, setDone] = useHeldState(`${name} done`, false)

  async function restore(submit: boolean) {
    setBusy(true)
    try {
      const step = { kind: 'restore', edition, submit, ...(seen ? { seen } : {}) }
      const { data } = await post<StepTaken>(`${address}/steps`, step)
      const { missing, barrier } = data
      if (missing.length === 0 && !barrier) {
        setBusy(false)
        return onDone()
      }
      setDone(true)
      setLines([
        ...(missing.length > 0
          ? [`已恢复，但这些文件或关联已不在，请补上：${missing.join('、')}。`]
          : []),
        ...(barrier ? [`已恢复为草稿，还没有提交。${barrier}`] : []),
      ])
    } catch (error) {
      setLines([messageOf(error)])
    }
    setBusy(false)
  }

  function finish() {
    setLines([])
    setDone(false)
    onDone()
  }

  return (
    <Box background="neutral100" padding={3} hasRadius role="group" aria-label="恢复旧版">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography>
          {`第 ${edition} 版的内容会代替现在的草稿。网站上暂时不变，由另一位同事审核后再发布。`}
        </Typography>
        {lines.map((line) => (
          <Typography key={line} textColor="danger600" role="alert">
            {line}
          </Typography>
        ))}
        {isDone ? (
          <Button onClick={finish}>知道了</Button>
        ) : (
          <Flex gap={2}>
            <Button loading={busy} onClick={() => void restore(true)}>
              恢复并提交审核
            </Button>
            <Button variant="secondary" loading={busy} onClick={() => void restore(false)}>
              只恢复为草稿
            </Button>
          </Flex>
        )}
      </Flex>
    </Box>
  )
}
