import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTimeline } from '../../src/debug'
import { UpsdkError } from '../../src/errors'
import { explain } from '../../src/index'
import type { Call } from '../../src/invoke/call'
import { serverCodes } from '../../src/server-codes'

const call = { method: 'bioDetect', startedAt: 0, sentAt: 5, settledAt: 25 } as Call

function failure(raw: unknown, method?: string): UpsdkError {
  const fields = explain(raw, { method, catalogues: [serverCodes] })
  return new UpsdkError({ ...fields, method, raw, sent: true })
}

/** The lines of the console, and a timeline that writes them. */
function watch(catalogues = [serverCodes]) {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  vi.spyOn(console, 'warn').mockImplementation(write)
  vi.spyOn(console, 'info').mockImplementation(write)
  return { lines, timeline: createTimeline((error) => explain(error, { catalogues })) }
}

describe('the timeline', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('says code, official text, advice and what to check, once', () => {
    const { lines, timeline } = watch()
    timeline.settled(call, failure({ errcode: 'c02', errmsg: 'SECRET' }, 'bioDetect'))
    timeline.settled(call, failure({ errcode: 'c02', errmsg: 'SECRET' }, 'bioDetect'))
    timeline.settled(call, failure({ errcode: '94' }, 'bioDetect'))
    expect(lines).toEqual([
      '[upsdk-kit] (waited 5 ms, took 20 ms) bioDetect c02 forbidden: Call inside pluginReady, or have this permission enabled on the open platform.\n' +
        '  official text: 非法请求\n' +
        '  official advice: 检查调用方法是否在upsdk.pluginReady里执行,或是否开通该接口权限',
      '[upsdk-kit] (waited 5 ms, took 20 ms) bioDetect c02 forbidden',
      '[upsdk-kit] (waited 5 ms, took 20 ms) bioDetect 94 identity: Face check failed too often today.\n' +
        '  official text: 没有通过人像验证，请次日后再试',
    ])
  })

  it('tells of a backend’s failures too, each once, and of the meaning that applies', () => {
    const { lines, timeline } = watch()
    const error = failure({ resp: 'BC0025', msg: '验签失败[sm_algorithm_failed] SECRET' })
    timeline.noted(error)
    timeline.noted(error)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(
      'official text: 验签失败[sm_algorithm_failed]\n  official advice: 国密验签失败',
    )
    expect(lines.join()).not.toContain('SECRET')
  })

  it('says where the texts are, where they are not loaded', () => {
    const { lines, timeline } = watch([])
    timeline.noted(failure({ resp: 'a31' }))
    expect(lines[0]).toContain('no official text: see upsdk-kit/server-codes')
  })

  it('does not where there are none, or several', () => {
    const { lines, timeline } = watch()
    timeline.settled(call, failure({ code: '99' }, 'addCommonApp'))
    timeline.noted(failure({ resp: 'BC0024', msg: '' }))
    expect(lines.join()).not.toContain('no official text')
    expect(lines[1]).toContain('One of: 非法请求')
  })

  it('has a line for what went well', () => {
    const { lines, timeline } = watch()
    timeline.settled(call)
    expect(lines).toEqual(['[upsdk-kit] bioDetect ok (waited 5 ms, took 20 ms)'])
  })
})
