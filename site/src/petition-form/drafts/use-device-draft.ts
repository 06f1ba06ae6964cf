import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import {
  clearDeviceDraft,
  isTaken,
  readDeviceDraft,
  saveDeviceDraft,
  takeDeviceDraft,
} from './device-draft.ts'
import { fillForm, readForm } from '../form/form-values.ts'
import { newId } from '../submit/random-id.ts'
import { tabName } from './tab-storage.ts'

const pause = 500

export type Draft = {
  keeping: boolean
  /** Whether this device has a draft, be it of this form or of another. */
  stored: boolean
  message: string
  keep: (on: boolean) => void
  clear: () => void
  /** To be told of every change of the form. */
  changed: () => void
  /** Nothing is kept any more: the petition was received. */
  done: () => void
}

/**
 * How a form that opens goes together with a draft on this device: it is `blank` and takes it over;
 * it is `newer` than that; or it is `another`, under which the draft stays as it is.
 */
type Beside = 'blank' | 'newer' | 'another'

/** A draft on this device, kept only while the citizen wants it. */
export function useDeviceDraft(form: RefObject<HTMLFormElement | null>, beside: Beside): Draft {
  const [keeping, setKeeping] = useState(false)
  const [stored, setStored] = useState(false)
  const [message, setMessage] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wanted = useRef(false)

  const stop = (told: string) => {
    wanted.current = false
    setKeeping(false)
    setMessage(told)
  }
  const save = () => {
    clearTimeout(timer.current)
    if (!wanted.current || !form.current) return
    // What another tab has written since is not overwritten.
    if (isTaken(tabName(newId))) {
      return stop(
        '别的页面也在存草稿，设备上留的是那一份。这一页写的，只要不关掉这个标签页就还在。',
      )
    }
    if (saveDeviceDraft(readForm(form.current))) return
    setStored(false)
    stop('这个浏览器不让存草稿，请不要中途关掉页面。')
  }
  const want = (on: boolean) => {
    wanted.current = on
    setKeeping(on)
    setStored(on)
    clearTimeout(timer.current)
    if (on) takeDeviceDraft(tabName(newId))
    if (on) save()
    else clearDeviceDraft()
  }

  useEffect(() => {
    const draft = readDeviceDraft()
    if (!draft) return
    setStored(true)
    if (beside === 'another') {
      setMessage('这台设备上另有一份草稿。勾选的话，现在这份会代替它。')
      return
    }
    if (beside === 'newer' && isTaken(tabName(newId))) return
    takeDeviceDraft(tabName(newId))
    wanted.current = true
    setKeeping(true)
    if (beside === 'newer' || !form.current) return
    fillForm(form.current, draft)
    setMessage('上次的草稿已经填好，请接着写。')
  }, [])
  useEffect(() => {
    window.addEventListener('pagehide', save)
    return () => window.removeEventListener('pagehide', save)
  }, [])

  return {
    keeping,
    stored,
    message,
    keep(on) {
      setMessage(on ? '草稿存在这台设备上了，以后边写边存。' : '草稿已经从这台设备上清除。')
      want(on)
    },
    clear() {
      want(false)
      setMessage('草稿已经从这台设备上清除，写的内容还在这一页。')
    },
    changed() {
      if (!wanted.current) return
      clearTimeout(timer.current)
      timer.current = setTimeout(save, pause)
    },
    done() {
      if (wanted.current) want(false)
    },
  }
}
