// breaks: screen-never-reaches-the-solver
import '../statistics/solver.ts'
