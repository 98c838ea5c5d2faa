@echo off
rem Starts EfficientViT Inspector: the window, or, with a command, the command line.
rem INSPECTOR_OPTS holds further options for Java, such as -Xmx8g.
setlocal
set "LIB=%~dp0..\lib"

if defined JAVA_HOME goto home
set "JAVA=java"
where java >nul 2>nul && goto found
echo Java is not installed, or not on the PATH; install version 17 or later, or set JAVA_HOME. 1>&2
exit /b 1

:home
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto found
echo JAVA_HOME is %JAVA_HOME%, which holds no Java; set it to a Java of version 17 or later. 1>&2
exit /b 1

:found
rem "1.8.0_402" is version 8, "17.0.15" and "21" are 17 and 21.
set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1 ^| findstr /c:" version ""') do if not defined VERSION set "VERSION=%%~v"
set "MAJOR=0"
for /f "tokens=1,2 delims=.-+_" %%a in ("%VERSION%") do if "%%a"=="1" (set "MAJOR=%%b") else set "MAJOR=%%a"
if %MAJOR% GEQ 17 goto run
echo %JAVA% is Java %MAJOR%, but version 17 or later is needed; install one, or set JAVA_HOME. 1>&2
exit /b 1

:run
rem A command is over before the second compiler pays; the window and what draws thousands of pictures
rem go on long enough.
set "TIER=-XX:TieredStopAtLevel=1"
for %%c in (window train evaluate evaluate-detection dataset experiment head-worth) do if "%~1"=="%%c" set "TIER="
if "%~1"=="" set "TIER="
"%JAVA%" -XX:+UseSerialGC %TIER% %INSPECTOR_OPTS% -cp "%LIB%\*" org.efficientvit.app.Main %*
exit /b %ERRORLEVEL%
