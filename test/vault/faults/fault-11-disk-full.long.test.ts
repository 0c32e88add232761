import { testDiskFullEverywhere } from './disk-full-everywhere.ts'

/** Every change of who may enter, and every destruction, writes what a rotation writes: that one goes byte by byte. */
const byteByByte = ['save', 'snapshot', 'rotation', 'backup']

testDiskFullEverywhere(1000, (what) => (byteByByte.includes(what) ? 1 : 16))
