import { Button, List } from 'antd-mobile'
import type { ReactNode } from 'react'
import type { UpsdkError } from 'upsdk-kit'

interface ActionRowProps {
  title: string
  hint: string
  button: string
  icon: ReactNode
  call: { pending: boolean; error: UpsdkError | undefined }
  /** What has become of it, where it went well. */
  done: string | undefined
  onTap(): void
}

/** The kit has told the user why something failed: here a word is enough. */
const failed = ({ reason }: UpsdkError) => (reason === 'cancelled' ? '已取消' : '未完成')

export function ActionRow({ title, hint, button, icon, call, done, onTap }: ActionRowProps) {
  const { pending, error } = call
  return (
    <List.Item
      prefix={icon}
      description={
        <output className={done && !error ? 'done' : undefined}>
          {error ? failed(error) : done || hint}
        </output>
      }
      extra={
        <Button size="small" color="primary" fill="outline" shape="rounded" loading={pending} onClick={onTap}>
          {button}
        </Button>
      }
    >
      {title}
    </List.Item>
  )
}
