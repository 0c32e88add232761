// breaks: no-network-calls
import { net } from 'electron'

export const get = async (): Promise<Response> => fetch('app://luwte/')
export const getToo = async (): Promise<Response> => net.fetch('app://luwte/')
