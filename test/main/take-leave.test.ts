import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { takeLeave } from '../../electron/main/take-leave.ts'

describe('closing the application', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function leaving() {
    const quit = vi.fn()
    const askPage = vi.fn()
    return { askPage, quit, leave: takeLeave(askPage, quit) }
  }

  it('asks the page first, and quits by itself when that keeps silent', () => {
    const { askPage, quit, leave } = leaving()
    leave.ask()
    expect(askPage).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(2999)
    expect(quit).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(quit).toHaveBeenCalledTimes(1)
  })

  it('waits for as long as a page takes that says so, and asks again when she closes it again', () => {
    const { askPage, quit, leave } = leaving()
    leave.ask()
    leave.hold()
    vi.advanceTimersByTime(600_000)
    expect(quit).not.toHaveBeenCalled()
    leave.ask()
    expect(askPage).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(3000)
    expect(quit).toHaveBeenCalledTimes(1)
  })
})
