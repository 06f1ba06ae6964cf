import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useRef, useState } from 'react'
import { messageOf } from '../error-message'

const widest = 1600

/**
 * The picture that a film shows now, as JPEG.
 * @throws where the browser cannot give it
 */
function frameOf(film: HTMLVideoElement): Promise<Blob> {
  const scale = Math.min(1, widest / film.videoWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(film.videoWidth * scale)
  canvas.height = Math.round(film.videoHeight * scale)
  canvas.getContext('2d')?.drawImage(film, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (picture) => (picture ? resolve(picture) : reject(new Error('the canvas gave no picture'))),
      'image/jpeg',
      0.9,
    )
  })
}

type Asset = {
  id: number
  url: string
  alternativeText?: string | null
  provider_metadata?: { left?: string[] } | null
}
type Values = { title?: string | null; file?: Asset | null }

const noFrame = '没有取到画面：请检查网络，或者换一处画面再试。'

/** Shows the film of the form; the picture at which it stands becomes the cover, saved with the entry. */
export function FrameTaker() {
  const { post } = useFetchClient()
  const { title, file } = useForm('FrameTaker', (form) => form.values) as Values
  const onChange = useForm('FrameTaker', (form) => form.onChange)
  const film = useRef<HTMLVideoElement>(null)
  const [ready, setReady] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState({ text: '', isFault: false })

  async function take() {
    if (!film.current) return
    setBusy(true)
    try {
      const picture = await frameOf(film.current)
      const form = new FormData()
      const name = `封面 ${title ?? ''}`.trim()
      form.append('files', new File([picture], `${name}.jpg`, { type: 'image/jpeg' }))
      form.append('fileInfo', JSON.stringify({ name, alternativeText: title ?? '' }))
      const { data } = await post<Asset[]>('/upload', form)
      onChange('poster', data[0])
      setSaid({ text: '已用作封面，点“保存”后生效。', isFault: false })
    } catch (error) {
      setSaid({ text: messageOf(error, noFrame), isFault: true })
    }
    setBusy(false)
  }

  if (!file) {
    return (
      <Typography variant="pi" textColor="neutral600">
        先选视频文件，再从视频里取一帧作封面。
      </Typography>
    )
  }
  const left = file.provider_metadata?.left ?? []
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {left.length > 0 && (
        <Box background="warning100" padding={3} hasRadius role="note">
          <Typography variant="pi">{`上传的视频里，这些没有带进来：${left.join('、')}。`}</Typography>
        </Box>
      )}
      <video
        ref={film}
        src={file.url}
        controls
        muted
        playsInline
        preload="auto"
        aria-label="视频：停在要用作封面的画面"
        style={{ width: '100%' }}
        onLoadedData={() => setReady(true)}
      />
      <Button variant="secondary" fullWidth disabled={!ready} loading={busy} onClick={take}>
        取这一帧作封面
      </Button>
      <div role="status">
        <Typography variant="pi" textColor={said.isFault ? 'danger600' : 'neutral600'}>
          {said.text || '把视频停在合适的画面，再点按钮。'}
        </Typography>
      </div>
    </Flex>
  )
}
