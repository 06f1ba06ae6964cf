import { Button, Modal, Tabs } from '@strapi/design-system'
import { useState } from 'react'
import type { ReplyFields, ReplyPage } from '../../contracts/papers/reply-page.ts'
import { CitizenView } from './CitizenView'
import { PaperView } from './PaperView'

type Props = { page: ReplyPage; fields: ReplyFields }

/** What goes out, as the petitioner sees it and as paper. */
export function Preview({ page, fields }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        预览
      </Button>
      <Modal.Root open={isOpen} onOpenChange={setOpen}>
        <Modal.Content style={{ width: 'min(860px, 100vw)', maxWidth: 'none' }}>
          <Modal.Header>
            <Modal.Title>预览</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Tabs.Root defaultValue="citizen">
              <Tabs.List aria-label="看哪一种">
                <Tabs.Trigger value="citizen">信访人看到的</Tabs.Trigger>
                <Tabs.Trigger value="paper">纸质的</Tabs.Trigger>
              </Tabs.List>
              <Tabs.Content value="citizen">
                <CitizenView page={page} fields={fields} />
              </Tabs.Content>
              <Tabs.Content value="paper">
                <PaperView page={page} fields={fields} />
              </Tabs.Content>
            </Tabs.Root>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
    </>
  )
}
