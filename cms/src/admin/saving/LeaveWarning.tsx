import { Button, Dialog, Flex } from '@strapi/design-system'
import { useEffect } from 'react'
import { useBlocker } from 'react-router-dom'

/** Stands on a page where something is half written: asks before the page is left. */
export function LeaveWarning({ title, text }: { title: string; text: string }) {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname &&
      // An ended session leads there whatever is said, and what was written is kept.
      !nextLocation.pathname.startsWith('/auth/'),
  )
  if (blocker.state !== 'blocked') return null
  return (
    <Dialog.Root open onOpenChange={(open: boolean) => open || blocker.reset()}>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body>{text}</Dialog.Body>
        <Dialog.Footer>
          <Flex gap={2} justifyContent="flex-end" width="100%">
            <Button variant="tertiary" onClick={() => blocker.proceed()}>
              离开
            </Button>
            <Button onClick={() => blocker.reset()}>留在这里</Button>
          </Flex>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  )
}
