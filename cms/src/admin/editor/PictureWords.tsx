import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system'
import { useState } from 'react'
import { shownAddress } from './picture-address'

/** A picture with the words that stand for it and under it. */
export type Words = { address: string; alt: string; caption: string }

type Props = { picture: Words; onSave: (picture: Words) => void; onClose: () => void }

/** Asks what a picture shows, for readers who do not see it, and for a caption. */
export function PictureWords({ picture, onSave, onClose }: Props) {
  const [alt, setAlt] = useState(picture.alt)
  const [caption, setCaption] = useState(picture.caption)
  const [asked, setAsked] = useState(false)

  function save() {
    if (!alt.trim()) return setAsked(true)
    onSave({ address: picture.address, alt: alt.trim(), caption: caption.trim() })
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>图片的文字</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <img
              src={shownAddress(picture.address)}
              alt=""
              style={{ maxHeight: '24rem', maxWidth: '100%', margin: '0 auto' }}
            />
            <Field.Root
              required
              hint="一句话说明图里是什么，看不见图片的读者会听到这句话，例如：工作人员在广场向群众讲解条例"
              error={asked && !alt.trim() ? '请写一句话说明图里是什么' : false}
            >
              <Field.Label>替代文字</Field.Label>
              <TextInput value={alt} maxLength={200} onChange={(e) => setAlt(e.target.value)} />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
            <Field.Root hint="显示在图片下面，可以不填">
              <Field.Label>图片说明</Field.Label>
              <TextInput
                value={caption}
                maxLength={200}
                onChange={(e) => setCaption(e.target.value)}
              />
              <Field.Hint />
            </Field.Root>
            <Typography variant="pi" textColor="neutral600">
              照片里认得出信访人的，请先换一张或遮住。
            </Typography>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            取消
          </Button>
          <Button onClick={save}>放进正文</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
