console.log('a case')
