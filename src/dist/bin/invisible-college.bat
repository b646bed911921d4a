@echo off
rem Runs Invisible College on the Java of JAVA_HOME, else on the one of the PATH, which must be 21 or newer.
rem Untried: nobody has run this file on Windows yet.
rem   COLLEGE_HEAP   how much memory objects may take, 2g if unset
rem   JAVA_OPTS      further options of the JVM, separated by spaces
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not defined COLLEGE_HEAP set "COLLEGE_HEAP=2g"
"%java%" -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow -XX:-G1UseAdaptiveIHOP "-Xmx%COLLEGE_HEAP%" %JAVA_OPTS% -jar "%~dp0..\lib\invisible-college.jar" %*
exit /b %ERRORLEVEL%
